package dev.rbee.app.chat;

import dev.rbee.app.chats.Message;
import dev.rbee.contract.problem.Problem;
import java.util.List;
import javafx.scene.Node;

/** What can be done with a message of the open chat. JavaFX thread only. */
interface TurnActions {
    /** Has it answered once more, by whom the chat is with or by somebody else. */
    void again(Message answer, Choice by);

    /** With whom an answer could be made once more. */
    List<Choice> others();

    /** With whom the chat is. */
    Choice choice();

    /** Goes on where an answer broke off. */
    void goOn(Message answer);

    /** Says a message anew, in a branch of its own. */
    void edit(Message said, String text);

    /** A new chat of all up to this one. */
    void fork(Message last);

    /** Takes it out with all that follows it. */
    void delete(Message message);

    /** It and those beside it. */
    List<Message> siblings(Message message);

    /** Shows the branch of that one. */
    void show(Message sibling);

    /** A new chat. */
    void fresh();

    /** Whether leaving out old messages can help that answer: there are some, and what was said fits alone. */
    boolean trims(Message answer);

    /** Leaves out old messages from now on, and tries again. */
    void trim(Message answer);

    /** How chats behave. */
    Habits habits();

    /** Whether nothing can be begun now, because an answer is being written. */
    boolean busy();

    /** A problem with what helps. */
    Node problem(Problem problem);

    /** Asks whether to open an address. */
    void open(String address);

    /** Keeps this one of two answers that stand side by side. */
    void keep(Message answer);
}
