package dev.rbee.app.settings.about;

import java.util.List;

/**
 * Something rbee is made of.
 *
 * @param licence name of its terms, as SPDX writes it where it does
 * @param copyright whose it is
 * @param home where it comes from; may be empty
 * @param jars beginnings of the names of its jars; none: it is no jar
 */
record Part(String name, String licence, String copyright, String home, List<String> jars) {
    boolean has(String jar) {
        return jars.stream().anyMatch(jar::startsWith);
    }
}
