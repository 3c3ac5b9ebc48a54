package dev.rbee.service.boot;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands what libraries tell the JDK's own logging (Helidon, OkHttp) to ours. */
final class JdkLogging extends Handler {
    private final SimpleFormatter formatter = new SimpleFormatter();

    private JdkLogging() {}

    /** Replaces the JDK's handlers. Harmless when called again. */
    static void forward() {
        LogManager.getLogManager().reset();
        java.util.logging.Logger.getLogger("").addHandler(new JdkLogging());
    }

    @Override
    public void publish(LogRecord record) {
        String name = record.getLoggerName();
        Logger logger = LoggerFactory.getLogger(name == null || name.isEmpty() ? "jdk" : name);
        String message = formatter.formatMessage(record);
        int level = record.getLevel().intValue();
        if (level >= Level.SEVERE.intValue()) {
            logger.error(message, record.getThrown());
        } else if (level >= Level.WARNING.intValue()) {
            logger.warn(message, record.getThrown());
        } else if (level >= Level.INFO.intValue()) {
            logger.info(message, record.getThrown());
        } else {
            logger.debug(message, record.getThrown());
        }
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        // holds nothing
    }
}
