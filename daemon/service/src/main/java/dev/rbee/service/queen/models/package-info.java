/** The fleet's models: their names, how they come to the hives, and how they get from one to another. */
package dev.rbee.service.queen.models;
