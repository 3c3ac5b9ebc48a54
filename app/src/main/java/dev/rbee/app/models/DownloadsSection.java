package dev.rbee.app.models;

import dev.rbee.app.catalog.TransferWords;
import dev.rbee.app.fx.Background;
import dev.rbee.app.live.FleetView;
import dev.rbee.app.problem.ProblemView;
import dev.rbee.app.theme.EmptyState;
import dev.rbee.app.theme.Ui;
import dev.rbee.app.words.Words;
import dev.rbee.contract.jobs.JobInfo;
import dev.rbee.contract.jobs.JobState;
import dev.rbee.contract.models.ModelEntry;
import dev.rbee.contract.models.PullModel;
import dev.rbee.contract.problem.Problem;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Downloads: those that run, the newest first, those that ended, and files that are not whole yet. */
final class DownloadsSection implements Section, DownloadRow.Actions {
    private static final Words WORDS = Words.of(DownloadsSection.class);

    private final ModelParts parts;
    private final Pulls pulls;
    private final Map<String, DownloadRow> rows = new HashMap<>();
    private final Set<String> hidden = new HashSet<>();
    private final VBox list = new VBox(12);
    private final VBox rests = new VBox(12);
    private final Node empty;
    private final StackPane view;
    private List<String> shown = List.of();
    private List<ModelEntry> partial = List.of();
    private List<Unfinished> unfinished = List.of();

    /** {@code discover} goes where models come from. */
    DownloadsSection(ModelParts parts, Pulls pulls, Runnable discover) {
        this.parts = parts;
        this.pulls = pulls;
        empty = new EmptyState(
                Feather.DOWNLOAD,
                WORDS.get("downloads.nothing.is.being.downloaded"),
                WORDS.get("downloads.each.file.comes.once"),
                Ui.button(WORDS.get("downloads.discover.models"), Feather.COMPASS, discover));
        ScrollPane scroll = new ScrollPane(new VBox(12, list, rests));
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("plain");
        view = new StackPane(scroll, empty);
        list.setId("downloads");
        rests.setId("unfinished");
        arrange(List.of());
    }

    /** The fleet is so now. */
    void fleet(FleetView now) {
        List<JobInfo> jobs = now.jobs().values().stream()
                .filter(TransferWords::moves)
                .filter(job -> !hidden.contains(job.jobId()))
                .sorted(Comparator.comparing((JobInfo job) -> job.state() != JobState.RUNNING)
                        .thenComparing(JobInfo::createdAt, Comparator.reverseOrder()))
                .toList();
        for (JobInfo job : jobs) {
            rows.computeIfAbsent(job.jobId(), id -> new DownloadRow(job, this))
                    .show(job, pulls.of(job.jobId()).isPresent());
        }
        arrange(jobs);
    }

    /** These models are there now; those that are not whole are offered to be finished. */
    void show(List<ModelEntry> entries) {
        partial = entries.stream()
                .filter(entry -> entry.state().equals("partial"))
                .toList();
        fleet(parts.fleet().view().get());
    }

    private void arrange(List<JobInfo> jobs) {
        List<String> ids = jobs.stream().map(JobInfo::jobId).toList();
        if (!ids.equals(shown)) {
            shown = ids;
            rows.keySet().retainAll(Set.copyOf(ids));
            list.getChildren().setAll(ids.stream().map(rows::get).toList());
        }
        List<Unfinished> left = Unfinished.of(partial, jobs);
        if (!left.equals(unfinished)) {
            unfinished = left;
            rests.getChildren().clear();
            if (!left.isEmpty()) {
                rests.getChildren().add(Ui.label(WORDS.get("downloads.not.finished"), "section"));
            }
            left.forEach(one -> rests.getChildren().add(one.card(this::finish)));
        }
        empty.setVisible(ids.isEmpty() && left.isEmpty());
    }

    private void finish(Unfinished one) {
        pulls.begin(
                new PullModel(one.ref(), one.hive(), null),
                () -> {},
                problem -> rests.getChildren().add(1, new ProblemView(problem, null)));
    }

    /** How many run. */
    static long running(FleetView view) {
        return view.jobs().values().stream()
                .filter(job -> job.state() == JobState.RUNNING && TransferWords.moves(job))
                .count();
    }

    @Override
    public void pause(JobInfo job) {
        act(job, () -> parts.models().pause(job.jobId()));
    }

    @Override
    public void resume(JobInfo job) {
        act(job, () -> parts.models().resume(job.jobId()));
    }

    @Override
    public void cancel(JobInfo job) {
        act(job, () -> parts.models().cancel(job.jobId()));
    }

    private void act(JobInfo job, Background.Work work) {
        parts.background().run(work, problem -> say(job, problem));
    }

    private void say(JobInfo job, Problem problem) {
        DownloadRow row = rows.get(job.jobId());
        if (row != null) {
            row.say(problem);
        }
    }

    @Override
    public void again(JobInfo job) {
        pulls.of(job.jobId()).ifPresent(what -> pulls.begin(what, () -> hide(job), problem -> say(job, problem)));
    }

    @Override
    public void start(JobInfo job) {
        var result = job.result();
        String model = result == null || !result.hasNonNull("id")
                ? null
                : result.get("id").asText();
        parts.start().open(model);
    }

    @Override
    public void hide(JobInfo job) {
        hidden.add(job.jobId());
        fleet(parts.fleet().view().get());
    }

    @Override
    public Node view() {
        return view;
    }

    @Override
    public void shown() {
        fleet(parts.fleet().view().get());
    }

    @Override
    public boolean find() {
        return false;
    }
}
