/** The Camel component {@code bodhi:}, for updates and people of Bodhi 2 and later; wire facts are in docs/services/bodhi.md. */
package dev.accolade.service.bodhi;
