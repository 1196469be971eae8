/** Plans in files: the open changes of one moment, written for people to read and for a later run that does just those that are so still. */
package dev.accolade.saved;
