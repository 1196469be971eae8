/** The Camel component {@code cave:}, for groups and people of CAVE auth; wire facts are in docs/services/cave.md. */
package dev.accolade.service.cave;
