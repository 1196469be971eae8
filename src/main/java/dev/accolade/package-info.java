/** Accolade turns what people are in one system into what they earn in another, and keeps it true. */
package dev.accolade;
