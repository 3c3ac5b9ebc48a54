package dev.rbee.service.boot;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The process that started this one and holds the other end of its stdin: its end is seen however it comes. */
final class Parent {
    private static final Logger LOG = LoggerFactory.getLogger(Parent.class);
    private static volatile boolean gone;

    private Parent() {}

    /** Does that once when the parent has ended; watches on a thread of its own. */
    static void onEnd(Runnable action) {
        Thread.ofPlatform().daemon().name("parent").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    LOG.trace("stdin is only watched for its end");
                }
            } catch (IOException e) {
                LOG.debug("stdin: {}", e.toString());
            }
            LOG.info("the process that started this one is gone");
            gone = true;
            action.run();
        });
    }

    /** Whether it has ended. */
    static boolean gone() {
        return gone;
    }
}
