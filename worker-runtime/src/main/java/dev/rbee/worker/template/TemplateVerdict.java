package dev.rbee.worker.template;

/**
 * What a trial of a template in a child process has shown.
 *
 * @param chat it renders a plain chat
 * @param system it takes a system message
 * @param anyOrder it takes roles in any order; else they have to alternate, beginning with the user
 */
public record TemplateVerdict(boolean chat, boolean system, boolean anyOrder) {
    /** Takes everything. */
    public static final TemplateVerdict GOOD = new TemplateVerdict(true, true, true);
    /** Not to be used. */
    public static final TemplateVerdict BAD = new TemplateVerdict(false, false, false);
}
