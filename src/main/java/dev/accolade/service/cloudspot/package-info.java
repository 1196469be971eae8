/** The Camel component {@code cloudspot:}, for the permissions of accounts of Cloudspot License; wire facts are in docs/services/cloudspot.md. */
package dev.accolade.service.cloudspot;
