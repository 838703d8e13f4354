/** `portal template`: an empty form of a book to be keyed again. */
import { writeFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { makeRekeyedTemplate, TEMPLATE_FORMATS } from "@/lib/operations/make-rekeyed-template";
import { TABLE_BOOKS } from "@/lib/rekeyed/book-document";
import type { Door } from "../door";

export function addTemplateCommand(program: Command, door: Door): void {
  program
    .command("template")
    .description("แบบฟอร์มเปล่าสำหรับบันทึกข้อมูลย้อนหลัง — an empty form of a book to be keyed again")
    .argument("<book>", TABLE_BOOKS.join(", "))
    .addOption(new Option("--format <format>", "file format").choices([...TEMPLATE_FORMATS]).default("xlsx"))
    .requiredOption("--out <file>", "where to write it")
    .action(async (book: string, { format, out }: { readonly format: string; readonly out: string }) => {
      const { bytes } = await makeRekeyedTemplate(book, format);
      await writeFile(out, bytes);
      door.note(`เขียนแล้ว (written): ${out}`);
    });
}
