package dev.rbee.icons;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * A drawing of filled shapes, read from the part of SVG that ours are written in.
 *
 * @param left of what is shown
 * @param top of it
 * @param side of it; it is square
 * @param shapes from the back to the front
 */
record Drawing(double left, double top, double side, List<Filled> shapes) {
    /** A shape and its colour. */
    record Filled(Shape shape, Color colour) {}

    /** Reads a file. Throws for what it cannot draw rather than leaving it out. */
    static Drawing read(Path svg) throws IOException {
        Element root;
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            root = factory.newDocumentBuilder().parse(svg.toFile()).getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(svg + ": " + e.getMessage(), e);
        }
        double[] box = Arrays.stream(root.getAttribute("viewBox").trim().split("\\s+"))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (box.length != 4 || box[2] != box[3]) {
            throw new IOException(svg + " is not square");
        }
        List<Filled> shapes = new ArrayList<>();
        collect(root, "#000000", shapes);
        return new Drawing(box[0], box[1], box[2], List.copyOf(shapes));
    }

    private static void collect(Element in, String fill, List<Filled> to) throws IOException {
        for (Node node = in.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                String colour = element.hasAttribute("fill") ? element.getAttribute("fill") : fill;
                switch (element.getTagName()) {
                    case "g" -> collect(element, colour, to);
                    case "path" -> to.add(new Filled(Outline.of(element.getAttribute("d")), Color.decode(colour)));
                    default -> throw new IOException("<" + element.getTagName() + "> cannot be drawn");
                }
            }
        }
    }

    /** The drawing at {@code pixels} by {@code pixels}, on nothing. */
    BufferedImage at(int pixels) {
        BufferedImage image = new BufferedImage(pixels, pixels, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(pixels / side, pixels / side);
        graphics.translate(-left, -top);
        for (Filled filled : shapes) {
            graphics.setColor(filled.colour());
            graphics.fill(filled.shape());
        }
        graphics.dispose();
        return image;
    }

    /** As a file of the PNG format. */
    static void write(BufferedImage image, Path file) throws IOException {
        Files.write(file, Png.of(image));
    }
}
