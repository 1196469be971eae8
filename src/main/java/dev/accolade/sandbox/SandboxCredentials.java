package dev.accolade.sandbox;

/** Names and secrets of the sandbox's own communities. They open nothing but the sandbox. */
public final class SandboxCredentials {

    /** An administrator of accounts: sees all columns. */
    public static final String FAS_USERNAME = "accolade";
    public static final String FAS_PASSWORD = "sandbox-fas";

    /** May ask FASJSON by its bare name: {@code auth=SANDBOX}. */
    public static final String FASJSON_PRINCIPAL = "accolade@SANDBOX.EXAMPLE.ORG";

    /** API token of the service account {@code accolade}, which may list people and groups. */
    public static final String CAVE_TOKEN = "acc01adeacc01adeacc01adeacc01ade";

    /** The application id in which the Cloudspot accounts hold their permissions. */
    public static final String CLOUDSPOT_APPLICATION = "badges";
    /** One of the Cloudspot accounts of the sample. */
    public static final String CLOUDSPOT_USERNAME = "an@harbour.example.org";
    public static final String CLOUDSPOT_PASSWORD = "sandbox-an";
    /** Each generated Cloudspot account has this one. */
    public static final String CLOUDSPOT_GENERATED_PASSWORD = "sandbox-cloudspot";

    /** Owner of all issuers. */
    public static final String BADGR_USERNAME = "accolade@example.org";
    public static final String BADGR_PASSWORD = "sandbox-badgr";
    /** OAuth application of the password grant; it has no secret. */
    public static final String BADGR_CLIENT = "public";

    /** Basic credentials of the client that may create clients. */
    public static final String LEARNING_LOCKER_KEY = "sandbox-provisioner";
    public static final String LEARNING_LOCKER_SECRET = "sandbox-provisioner-secret";

    private SandboxCredentials() {
    }
}
