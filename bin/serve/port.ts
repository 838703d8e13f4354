/** Is the port free? Asked before anything is started, or another program would answer in the portal's name. */
import { createServer } from "node:net";
import { AppError } from "@/lib/errors/app-error";

/** Throws an AppError("set-up") that says what to do when the address cannot be listened on. */
export function assertPortFree(host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const reason =
        error.code === "EADDRINUSE"
          ? `พอร์ต ${port} มีโปรแกรมอื่นใช้อยู่ — ปิดโปรแกรมนั้น หรือเลือกพอร์ตอื่น เช่น PORT=${port + 1} npm start (port ${port} is in use)`
          : `เปิดที่อยู่ ${host}:${port} ไม่ได้ (${error.code}) — โปรดตรวจ HOST และ PORT`;
      reject(new AppError("set-up", reason, { cause: error }));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}
