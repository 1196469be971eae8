package dev.accolade.cli;

/**
 * What one check found.
 *
 * @param what   was looked at
 * @param detail when all is well what there is, else what is wrong and what to do
 */
record Finding(String what, boolean ok, String detail) {

    static Finding good(String what, String detail) {
        return new Finding(what, true, detail);
    }

    static Finding bad(String what, String detail) {
        return new Finding(what, false, detail);
    }
}
