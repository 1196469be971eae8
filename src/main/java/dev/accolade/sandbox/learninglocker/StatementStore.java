package dev.accolade.sandbox.learninglocker;

final class StatementStore {
    void clear() {
    }
}
