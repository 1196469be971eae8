package dev.accolade.model;

/** Why a change is planned, for people only: nothing decides by it. */
public enum Reason {
    EARNED,
    RETURNED,
    ON_TARGET_ALREADY,
    ATTRIBUTES_DIFFER,
    LEFT,
    RULE_CHANGED,
    ERASED,
    EXCLUDED,
    EXPIRED,
    RENEWED,
    REVOKED_ELSEWHERE,
    DRIFTED;

    public String sentence() {
        return switch (this) {
            case EARNED -> "a rule earns this";
            case RETURNED -> "earned again after it had ended";
            case ON_TARGET_ALREADY -> "the target has it already";
            case ATTRIBUTES_DIFFER -> "the target shows something else than the rule says";
            case LEFT -> "no rule earns this any more";
            case RULE_CHANGED -> "the rule that earned this was changed or removed";
            case ERASED -> "the person is to be erased";
            case EXCLUDED -> "the person is excluded";
            case EXPIRED -> "it has come to its end";
            case RENEWED -> "it ends soon and is still earned";
            case REVOKED_ELSEWHERE -> "somebody else revoked it";
            case DRIFTED -> "the target was changed by somebody else";
        };
    }
}
