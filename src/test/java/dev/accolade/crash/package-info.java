/**
 * The crash harness: a real process on a real ledger, killed with SIGKILL at every named step of every kind of change, started again until
 * nothing is left to do; then the sandbox is asked what it has. How to run it and what it found: docs/reliability.md.
 */
package dev.accolade.crash;
