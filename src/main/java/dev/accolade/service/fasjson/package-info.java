/** The Camel component {@code fasjson:}, for groups and people of FASJSON; wire facts are in docs/services/fasjson.md. */
package dev.accolade.service.fasjson;
