/** The Camel component {@code learning-locker:}, for the clients of a Learning Locker; wire facts are in docs/services/learning-locker.md. */
package dev.accolade.service.learninglocker;
