package dev.accolade.sandbox.learninglocker;

/** What the database's schema says a path holds. */
enum Kind {
    TEXT("String", "String"),
    FLAG("Boolean", "Boolean"),
    ID("ObjectID", "ObjectId"),
    DATE("Date", "Date"),
    NUMBER("Number", "Number"),
    SCOPES("Array", "Array");

    private final String instance;
    private final String shortName;

    Kind(String instance, String shortName) {
        this.instance = instance;
        this.shortName = shortName;
    }

    /** The name in a validation error. */
    String instance() {
        return instance;
    }

    /** The name in an error about a query. */
    String inQueries() {
        return shortName;
    }
}
