package io.payscope.cli;

import io.payscope.core.fault.DataFault;
import io.payscope.core.model.BankId;
import io.payscope.core.port.ObjectHead;
import io.payscope.datasets.catalog.BankEntry;
import io.payscope.datasets.catalog.Catalog;
import io.payscope.datasets.folder.FolderObjectStore;
import io.payscope.datasets.raw.RawFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Chooses the files to upload: what is named, a prepared dataset's parts, or the raw file of a bank. */
final class UploadPlan {

    private static final String PREPARED = "prepared/";
    private static final int ID_DIGITS = 12;

    private final Catalog catalog;
    private final Path from;

    /** @param from a file, a folder that 'prepare' wrote to, or one with raw files */
    UploadPlan(Catalog catalog, Path from) {
        this.catalog = catalog;
        this.from = from;
    }

    /** The files of these banks; with {@code all} banks without any are left out. */
    List<UploadFile> files(BankList banks) {
        List<BankId> every = catalog.banks().stream().sorted().toList();
        if (Files.isRegularFile(from)) {
            if (banks.all() || banks.banks().size() != 1) {
                throw new DataFault(from + ": a file belongs to one bank, name it by --bank N");
            }
            return List.of(UploadFile.of(banks.banks().getFirst(), from, ""));
        }
        if (!Files.isDirectory(from)) {
            throw new DataFault(from + ": no such file or folder");
        }
        List<UploadFile> files = banks.or(every).stream()
                .flatMap(bank -> files(bank, banks).stream())
                .toList();
        if (files.isEmpty()) {
            throw new DataFault(from + ": expected prepared datasets or raw files of banks, found none");
        }
        return files;
    }

    private List<UploadFile> files(BankId bank, BankList banks) {
        List<UploadFile> parts = parts(bank);
        if (!parts.isEmpty()) {
            return parts;
        }
        boolean only = !banks.all() && banks.banks().size() == 1;
        Optional<UploadFile> raw = rawFile(catalog.entry(bank), only);
        if (raw.isEmpty() && !banks.all()) {
            throw new DataFault(from + ": expected a prepared dataset of bank " + bank
                    + ", or its raw file if its schema has one file, found neither");
        }
        return raw.stream().toList();
    }

    /** The parts of the newest dataset; the dataset's id tells them from those of another. */
    private List<UploadFile> parts(BankId bank) {
        FolderObjectStore objects = new FolderObjectStore(from);
        String prefix = PREPARED + bank.segment() + "/";
        Optional<String> newest = objects.list(prefix).stream()
                .filter(head -> head.key().endsWith("/manifest.json"))
                .max(Comparator.comparing(ObjectHead::lastModified).thenComparing(ObjectHead::key))
                .map(head -> head.key().substring(0, head.key().lastIndexOf('/') + 1));
        return newest.map(dataset -> objects.list(dataset + "part-").stream()
                        .map(head -> UploadFile.of(
                                bank,
                                from.resolve(head.key()),
                                dataset.substring(prefix.length(), prefix.length() + ID_DIGITS) + "-"))
                        .toList())
                .orElse(List.of());
    }

    private Optional<UploadFile> rawFile(BankEntry entry, boolean only) {
        if (!entry.isRaw() || entry.rawMapping().amount() == null) {
            return Optional.empty();
        }
        String name = entry.mainFile().name();
        return new DataFolders(from)
                .find(entry.id(), only)
                .flatMap(folder -> Stream.of(name, name + RawFiles.GZIP)
                        .map(folder::resolve)
                        .filter(Files::isRegularFile)
                        .findFirst())
                .map(file -> UploadFile.of(entry.id(), file, ""));
    }
}
