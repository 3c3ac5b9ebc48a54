/** Starting workers on hives, and what else of a worker only its hive can do: stop it, show its log. */
package dev.rbee.service.queen.spawn;
