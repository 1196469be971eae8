/** The words everything else is said in, as values: no I/O, no Camel, no SQL, no HTTP. The glossary is docs/glossary.md. */
package dev.accolade.model;
