/** Puts the parts together: settings, ledger, steps, components, routes. */
package dev.accolade.app;
