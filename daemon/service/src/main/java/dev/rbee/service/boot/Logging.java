package dev.rbee.service.boot;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.rbee.service.home.Home;
import dev.rbee.service.settings.Settings;
import java.nio.file.Path;
import org.slf4j.LoggerFactory;

/** Where log lines go. Called once at the start of a program, before anything else logs; the last call counts. */
public final class Logging {
    private static final String LINE = "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level [%thread] %logger{24} %msg%n%ex{12}";

    private Logging() {}

    /** A short command: what is broken goes to stderr, nothing else anywhere. */
    static void command() {
        begin(Level.ERROR).addAppender(stderr(Level.ERROR, "rbee: %msg%n"));
    }

    /** A daemon or the application: everything of the level into {@code logs/rbee.log}, in a bounded number of files, warnings to stderr as well. */
    public static void daemon(Home home, Settings.Log settings) {
        Logger root = begin(Level.toLevel(settings.level()));
        root.addAppender(file(home.logs().resolve("rbee.log"), settings));
        root.addAppender(stderr(Level.WARN, "rbee: %msg%n"));
    }

    /** Daemons inside a short command: the file only, since the command itself says what its user has to know. */
    static void inside(Home home, Settings.Log settings) {
        begin(Level.toLevel(settings.level())).addAppender(file(home.logs().resolve("rbee.log"), settings));
    }

    /** A child whose stderr its parent keeps: everything to stderr. */
    static void child(Settings.Log settings) {
        Level level = Level.toLevel(settings.level());
        begin(level).addAppender(stderr(level, LINE));
    }

    /** The hive of a linked machine, which nobody there looks after: into {@code logs/hive.log}, in a bounded number of files. */
    static void linked(Home home, Settings.Log settings) {
        begin(Level.toLevel(settings.level())).addAppender(file(home.logs().resolve("hive.log"), settings));
    }

    private static Logger begin(Level level) {
        LoggerContext context = context();
        context.reset();
        JdkLogging.forward();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.setLevel(level);
        context.getLogger("io.helidon").setLevel(Level.WARN);
        return root;
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    private static Appender<ILoggingEvent> stderr(Level least, String pattern) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context());
        appender.setTarget("System.err");
        appender.setEncoder(encoder(pattern));
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(least.toString());
        filter.start();
        appender.addFilter(filter);
        appender.start();
        return appender;
    }

    private static Appender<ILoggingEvent> file(Path file, Settings.Log settings) {
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context());
        appender.setFile(file.toString());
        appender.setEncoder(encoder(LINE));

        FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
        rolling.setContext(context());
        rolling.setParent(appender);
        rolling.setFileNamePattern(file + ".%i");
        rolling.setMinIndex(1);
        rolling.setMaxIndex(settings.files());
        rolling.start();

        SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
        size.setContext(context());
        size.setMaxFileSize(new FileSize(settings.fileMb() * FileSize.MB_COEFFICIENT));
        size.start();

        appender.setRollingPolicy(rolling);
        appender.setTriggeringPolicy(size);
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context());
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }
}
