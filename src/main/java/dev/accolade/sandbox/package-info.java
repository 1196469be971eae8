/**
 * Faithful HTTP stand-ins of the services Accolade talks to, for rehearsal, demo and tests.
 *
 * <p>One server, one port; each stand-in lives under its own path and keeps its state in memory. Faults are dialled in through
 * {@link dev.accolade.sandbox.Faults}. Nothing here is used when Accolade talks to real services.
 */
package dev.accolade.sandbox;
