import { segment } from '../arguments.ts'
import type { Paging } from '../pages.ts'
import { asPage } from '../pages.ts'
import type { CallOptions } from '../call.ts'
import type { Caller } from '../request.ts'
import { Business, BusinessPage, User, UserPage } from '../wire/entities.ts'
import type { EntityStatus } from '../wire/statuses.ts'

const AnyUserPage = asPage(UserPage)
const AnyBusinessPage = asPage(BusinessPage)

interface ByVendorData {
  vendorData: string
}

/** People by `vendor_data`. No filters upstream, and `count` stops at 100: page until `next` is null. */
export const makeUsers = (call: Caller) => ({
  list: async (input: Paging = {}, options?: CallOptions): Promise<UserPage> =>
    call.json(
      {
        operation: 'users.list',
        method: 'GET',
        kind: 'read',
        path: '/v3/users/',
        query: { limit: input.limit ?? 50, offset: input.offset },
      },
      AnyUserPage,
      options,
    ),

  get: async ({ vendorData }: ByVendorData, options?: CallOptions): Promise<User> =>
    call.json(
      { operation: 'users.get', method: 'GET', kind: 'read', path: `/v3/users/${segment('vendorData', vendorData)}/` },
      User,
      options,
    ),

  /** BLOCKED also blocks new sessions of this `vendor_data`; leaving BLOCKED lifts that. */
  updateStatus: async ({ vendorData, status }: ByVendorData & { status: EntityStatus }, options?: CallOptions): Promise<User> =>
    call.json(
      {
        operation: 'users.updateStatus',
        method: 'PATCH',
        kind: 'write',
        path: `/v3/users/${segment('vendorData', vendorData)}/update-status/`,
        body: { status },
      },
      User,
      options,
    ),
})

export const makeBusinesses = (call: Caller) => ({
  list: async (input: Paging = {}, options?: CallOptions): Promise<BusinessPage> =>
    call.json(
      {
        operation: 'businesses.list',
        method: 'GET',
        kind: 'read',
        path: '/v3/businesses/',
        query: { limit: input.limit ?? 50, offset: input.offset },
      },
      AnyBusinessPage,
      options,
    ),

  get: async ({ vendorData }: ByVendorData, options?: CallOptions): Promise<Business> =>
    call.json(
      {
        operation: 'businesses.get',
        method: 'GET',
        kind: 'read',
        path: `/v3/businesses/${segment('vendorData', vendorData)}/`,
      },
      Business,
      options,
    ),

  updateStatus: async ({ vendorData, status }: ByVendorData & { status: EntityStatus }, options?: CallOptions): Promise<Business> =>
    call.json(
      {
        operation: 'businesses.updateStatus',
        method: 'PATCH',
        kind: 'write',
        path: `/v3/businesses/${segment('vendorData', vendorData)}/update-status/`,
        body: { status },
      },
      Business,
      options,
    ),
})
