/** {@code config/application.properties}: read whole, checked whole, every problem named at once, before anything starts. */
package dev.accolade.config;
