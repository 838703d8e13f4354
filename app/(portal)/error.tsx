"use client";
/** As the root's, inside the frame, so that the menu stays. */
export { default } from "@/app/error";
