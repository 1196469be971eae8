package dev.accolade.rules;

/** Something that is true of a person or not, as far as one source tells. */
public sealed interface Condition permits Holds, HasStatus {

    /** Name of the configured source. */
    String source();

    /** In words, for reasons and messages. */
    String sentence();
}
