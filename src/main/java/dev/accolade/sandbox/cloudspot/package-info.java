/**
 * Cloudspot License as its clients see it, and as the sender of webhooks.
 *
 * <p>The real server is closed: what it answers when things go wrong is assumed (docs/services/cloudspot.md, not determined).
 */
package dev.accolade.sandbox.cloudspot;
