/** Who may use the portal, for administrators: find, add, disable, enable, give a new password. */
import type { Metadata } from "next";
import { answerPage } from "@/app/_http/answer-page";
import { currentContext } from "@/app/_session/current-actor";
import { TextField } from "@/app/_ui/fields";
import { href, readPageNumber, readQuery, type SearchParams } from "@/app/_ui/href";
import { PageBody } from "@/app/_ui/page-body";
import { PageHead } from "@/app/_ui/page-head";
import { Pager } from "@/app/_ui/pager";
import { listUsers } from "@/lib/operations/list-users";
import { USERS, usersLead } from "@/lib/wording/users";
import { AddUserForm } from "./_parts/add-user-form";
import { UserTable } from "./_parts/user-table";

export const metadata: Metadata = { title: USERS.title };

const PAGE_SIZE = 50;

export default function UsersPage({ searchParams }: { readonly searchParams: Promise<SearchParams> }) {
  return answerPage(async () => {
    const query = readQuery(await searchParams);
    const term = query.q ?? "";
    const page = readPageNumber(query.page);
    const context = await currentContext();
    const { users, userCount } = await listUsers(context, { term, page, pageSize: PAGE_SIZE });
    return (
      <PageBody>
        <PageHead
          title={USERS.title}
          subtitle={<span lang="en">{USERS.titleEn}</span>}
          lead={usersLead(userCount, term)}
        />
        <form action="/users" className="my-4 flex flex-wrap items-end gap-3">
          <TextField name="q" label={USERS.search} value={term} type="search" />
          <button type="submit" className="button">
            {USERS.show}
          </button>
        </form>
        {users.length > 0 && <UserTable users={users} readerId={context.actor.userId} now={context.now} />}
        <Pager
          page={page}
          pageSize={PAGE_SIZE}
          rowCount={userCount}
          label={USERS.pages}
          hrefOf={(to) => href("/users", { q: term, page: String(to) })}
        />
        <AddUserForm />
      </PageBody>
    );
  });
}
