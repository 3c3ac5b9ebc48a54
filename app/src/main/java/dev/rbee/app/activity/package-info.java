/** What happened: requests and what became of them, who changed what; and the way to the logs. */
@NullMarked
package dev.rbee.app.activity;

import org.jspecify.annotations.NullMarked;
