/** The Camel component {@code fas:}, for groups and people of FAS2; wire facts are in docs/services/fas.md, chapter 1. */
package dev.accolade.service.fas;
