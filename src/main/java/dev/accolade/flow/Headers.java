package dev.accolade.flow;

/** Headers that routes and steps share. */
public final class Headers {

    /** Name of the source or target a route instance is for. */
    public static final String SERVICE = "AccoladeService";
    /** The read under way: a {@code Snapshots.Snapshot}. */
    public static final String SNAPSHOT = "AccoladeSnapshot";
    /** The hint being followed: a {@code Hints.Hint}. */
    public static final String HINT = "AccoladeHint";
    /** When the read under way began, where its coverage is known only from the answer. */
    public static final String STARTED = "AccoladeStarted";
    /** The change being done: a {@code Claim}. */
    public static final String CLAIM = "AccoladeClaim";
    /** Whether more may be claimed. */
    public static final String MORE = "AccoladeMore";
    /** The badge class or store being looked for: a {@code SurveySteps.Question}. */
    public static final String QUESTION = "AccoladeQuestion";
    /** The listing under way: an {@code Inspections.Inspection}. */
    public static final String INSPECTION = "AccoladeInspection";
    /** What it lacks and is looked for by itself: an {@code Inspections.Missing}. */
    public static final String MISSING = "AccoladeMissing";
    /** What a feed told: a list of assertions. */
    public static final String CHANGES = "AccoladeChanges";
    /** What is looked at because of it: a {@code Glances.Glance}. */
    public static final String GLANCE = "AccoladeGlance";
    /** What a target is asked before it is written to: a {@code PreflightSteps.Question}. */
    public static final String PREFLIGHT = "AccoladePreflight";
    /** Only changes that this run has chosen are claimed; absent for all. */
    public static final String RUN = "AccoladeRun";
    /** The enrolled account whose rights are read: an {@code Accounts.Account}. */
    public static final String ACCOUNT = "AccoladeAccount";

    /** Why a plan for everybody is made: schedule, start or command. */
    public static final String CAUSE = "AccoladeCause";

    private Headers() {}
}
