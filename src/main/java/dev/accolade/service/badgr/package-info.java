/** The Camel component {@code badgr:}, for open badge assertions on Badgr; wire facts are in docs/services/badgr.md. */
package dev.accolade.service.badgr;
