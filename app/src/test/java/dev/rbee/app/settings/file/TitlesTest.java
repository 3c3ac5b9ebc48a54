package dev.rbee.app.settings.file;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.rbee.service.settings.SettingForm;
import dev.rbee.service.settings.SettingInfo;
import dev.rbee.service.settings.SettingsView;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every setting has its words, and no words are left of a setting that is gone: their keys are made while the program runs. */
class TitlesTest {
    @Test
    void everySettingHasItsWordsAndNoneIsLeftOver() {
        List<SettingInfo> all = new ArrayList<>(SettingInfo.all());
        all.addAll(SettingsView.hiveFields());
        all.addAll(SettingsView.modelFields());
        Set<String> wanted = new TreeSet<>();
        for (SettingInfo info : all) {
            wanted.add("setting." + info.key());
            wanted.add("does." + info.key());
            if (info.form() == SettingForm.CHOICE) {
                info.choices().forEach(choice -> wanted.add("choice." + info.name() + "." + choice));
            }
        }
        ResourceBundle words = ResourceBundle.getBundle("dev.rbee.app.settings.file.words", Locale.ROOT);
        Set<String> there = words.keySet().stream()
                .filter(key -> Stream.of("setting.", "does.", "choice.").anyMatch(key::startsWith))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(wanted, there);
    }
}
