/** People for the sandbox: the same humans in several services, so that rules and correlation have something to find. */
package dev.accolade.sandbox.community;
