/** Which hive could run a model: estimates over what hives say, and what earlier runs taught. */
package dev.rbee.service.queen.fit;
