/** What the ledger holds, as lists of bounded length for people to read. Nothing here writes, decides or shows a whole e-mail. */
package dev.accolade.ledger.view;
