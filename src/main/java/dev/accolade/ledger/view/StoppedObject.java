package dev.accolade.ledger.view;

/** A badge class or store whose rules stand still, and why. */
public record StoppedObject(String target, String name, String problem) {}
