/** Square. */
import type { Program } from './program.ts'

export const square: Program = {
  customers: [
    {
      marks: ['firstname', 'lastname', 'emailaddress', 'streetaddress1'],
      columns: {
        firstname: 'first_name',
        lastname: 'last_name',
        companyname: 'company',
        company: 'company',
        emailaddress: 'email',
        phonenumber: 'phone',
        streetaddress1: 'address',
        streetaddress2: 'address_2',
        city: 'city',
        state: 'state',
        postalcode: 'postal_code',
        country: 'country',
      },
    },
  ],
  invoices: [
    {
      marks: ['invoicenumber', 'customername', 'requestedamount'],
      columns: {
        invoicenumber: 'number',
        invoiceid: 'number',
        customername: 'customer',
        customeremail: 'email',
        invoicedate: 'issued_on',
        duedate: 'due_on',
        invoicetitle: 'description',
        status: 'status',
        requestedamount: 'line_amount',
        amountpaid: 'paid_amount',
        lastpaymentdate: 'paid_on',
      },
    },
  ],
  items: [
    {
      marks: ['token', 'itemname', 'variationname'],
      columns: {
        itemname: 'name',
        variationname: 'variation',
        sku: 'code',
        description: 'description',
        price: 'unit_price',
      },
    },
  ],
}
