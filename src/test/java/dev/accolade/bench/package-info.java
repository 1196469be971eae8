/** How long the main job takes for large communities, each part beside its floor. Run by the Maven profile {@code bench}, never by the tests. */
package dev.accolade.bench;
