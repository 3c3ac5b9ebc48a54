package dev.rbee.app.chats.list;

import dev.rbee.app.chats.store.ChatInfo;
import dev.rbee.app.chats.store.Folder;
import dev.rbee.app.words.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts chats into groups: pinned, folders, then by age. Pure. */
final class Grouping {
    private static final Words WORDS = Words.of(Grouping.class);
    private static final int WEEK = 7;

    private final LocalDate today;
    private final ZoneId zone;

    Grouping(LocalDate today, ZoneId zone) {
        this.today = today;
        this.zone = zone;
    }

    /** The rows of chats that are in their order already; {@code folded} are keys of groups whose chats are hidden. */
    List<Row> rows(List<ChatInfo> chats, List<Folder> folders, Set<String> folded) {
        List<ChatInfo> pinned = new ArrayList<>();
        Map<String, List<ChatInfo>> inFolder = new HashMap<>();
        Map<String, List<ChatInfo>> byAge = new LinkedHashMap<>();
        Age age = null;
        for (ChatInfo chat : chats) {
            String folder = chat.folder();
            if (chat.pinned()) {
                pinned.add(chat);
            } else if (folder != null) {
                inFolder.computeIfAbsent(folder, key -> new ArrayList<>()).add(chat);
            } else {
                if (age == null || chat.updatedAt().isBefore(age.from())) {
                    age = age(chat);
                }
                byAge.computeIfAbsent(age.words(), key -> new ArrayList<>()).add(chat);
            }
        }
        List<Row> rows = new ArrayList<>(chats.size() + 16);
        group(rows, "pinned", WORDS.get("group.pinned"), null, pinned, folded);
        for (Folder folder : folders) {
            List<ChatInfo> inside = inFolder.getOrDefault(folder.id(), List.of());
            String key = "folder:" + folder.id();
            rows.add(new Row.Head(key, folder.name(), folder.id(), folded.contains(key), inside.size()));
            items(rows, key, inside, folded);
        }
        byAge.forEach((words, inside) -> group(rows, "age:" + words, words, null, inside, folded));
        return rows;
    }

    private static void group(
            List<Row> rows,
            String key,
            String words,
            @Nullable String folder,
            List<ChatInfo> inside,
            Set<String> folded) {
        if (!inside.isEmpty()) {
            rows.add(new Row.Head(key, words, folder, folded.contains(key), inside.size()));
            items(rows, key, inside, folded);
        }
    }

    private static void items(List<Row> rows, String key, List<ChatInfo> inside, Set<String> folded) {
        if (!folded.contains(key)) {
            inside.forEach(chat -> rows.add(new Row.Item(chat, null, "")));
        }
    }

    /** A group of chats of about the same age, which begins then. */
    private record Age(String words, Instant from) {}

    private Age age(ChatInfo chat) {
        LocalDate day = LocalDate.ofInstant(chat.updatedAt(), zone);
        LocalDate week = today.minusDays(WEEK);
        if (!day.isBefore(today)) {
            return age("group.today", today);
        }
        if (day.equals(today.minusDays(1))) {
            return age("group.yesterday", day);
        }
        if (!day.isBefore(week)) {
            return age("group.week", week);
        }
        String month = WORDS.get("group.months").split(",", -1)[day.getMonthValue() - 1];
        String words = day.getYear() == today.getYear()
                ? month
                : WORDS.get("group.month.year", month, Integer.toString(day.getYear()));
        return new Age(words, day.withDayOfMonth(1).atStartOfDay(zone).toInstant());
    }

    private Age age(String key, LocalDate from) {
        return new Age(WORDS.get(key), from.atStartOfDay(zone).toInstant());
    }
}
