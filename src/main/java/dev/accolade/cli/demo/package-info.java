/** The demo: the main job told step by step on a sandbox of its own, with everything it claims asked back from the sandbox over HTTP. */
package dev.accolade.cli.demo;
