/** How results look, as text for people and as JSON for programs. */
package dev.accolade.cli.view;
