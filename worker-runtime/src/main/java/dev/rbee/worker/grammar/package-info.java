/** What constrains an answer, checked in Java: GBNF, and JSON schemas turned into it. Pure. */
package dev.rbee.worker.grammar;
